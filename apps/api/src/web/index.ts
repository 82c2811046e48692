export { serveWeb } from './serve-web.js';
export { readStartPage } from './start-page.js';

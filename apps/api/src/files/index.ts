export { takeFiles } from './file-upload.js';
export { FilesModule } from './files.module.js';

export { AnswersFile, ANY_TYPE } from './answers-file.js';
export { OpenApiModule } from './openapi.module.js';
export { openApiDocument } from './openapi-document.js';
export { readOpenApi, writeOpenApi } from './openapi-file.js';

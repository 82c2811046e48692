export { fileFault } from './file-fault.js';
export { FileUpload, takeFiles, type UploadedFile } from './file-upload.js';
export { FilesModule } from './files.module.js';
export { readArchive } from './read-archive.js';

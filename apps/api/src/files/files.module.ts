import { Module } from '@nestjs/common';
import { ConfirmFile } from './confirm-file.js';
import { CHECK_LIMITS, FileChecks } from './file-checks.js';
import { FileStore, LocalFileStore } from './file-store.js';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { KeepFile } from './keep-file.js';
import { SweepFiles } from './sweep-files.js';

@Module({
  controllers: [FilesController],
  providers: [
    ConfirmFile,
    FilesRepository,
    KeepFile,
    SweepFiles,
    { provide: FileChecks, useValue: new FileChecks(CHECK_LIMITS) },
    { provide: FileStore, useClass: LocalFileStore },
  ],
})
export class FilesModule {}

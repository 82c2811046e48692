import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenRoute } from '../access/index.js';
import { readOpenApi } from './openapi-file.js';

/** Serves the committed document, which a guard compares with the routes. */
@ApiExcludeController()
@Controller('openapi.json')
export class OpenApiController {
  @Get()
  @OpenRoute('Whoever writes a client needs the document before an account')
  @Header('content-type', 'application/json')
  document(): Promise<string> {
    return readOpenApi();
  }
}

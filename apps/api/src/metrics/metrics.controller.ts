import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers } from '@nestjs/common';
import { MayAnswer, OpenRoute } from '../access/index.js';
import { AnswersFile } from '../openapi/index.js';
import { Config } from '../config/index.js';
import { Problem } from '../problems/index.js';
import { Metrics } from './metrics.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Figures for the operator's collector, which shows the token of the configuration. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @OpenRoute('The collector shows a token of its own')
  @MayAnswer('not-signed-in')
  @AnswersFile('text/plain', 'Figures as Prometheus reads them')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  read(@Headers('authorization') given: string | undefined): Promise<string> {
    const token = this.config.server.ENLACE_METRICS_TOKEN;
    if (!token || !timingSafeEqual(digest(given ?? ''), digest(`Bearer ${token}`))) {
      throw new Problem('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
    }
    return this.metrics.registry.metrics();
  }
}

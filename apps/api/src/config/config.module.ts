import { Global, Module } from '@nestjs/common';
import { Config, readConfig } from './config.js';

/** The configuration, read once; everybody may ask for it. */
@Global()
@Module({ providers: [{ provide: Config, useFactory: () => readConfig() }], exports: [Config] })
export class ConfigModule {}

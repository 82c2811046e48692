import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiConsumes, ApiNoContentResponse } from '@nestjs/swagger';
import { backChannelLogoutRequest, type BackChannelLogoutRequest } from '@enlace/contract';
import { MayAnswer, OpenRoute, SessionEnds } from '../access/index.js';

/** Where the identity provider says that a session has ended. */
@Controller('v1/session/back-channel-logout')
export class BackChannelLogoutController {
  constructor(private readonly ends: SessionEnds) {}

  /** The post comes once: on a kept connection that died meanwhile it would be lost. */
  @Post()
  @HttpCode(204)
  @Header('connection', 'close')
  @Header('cache-control', 'no-store')
  @OpenRoute('The identity provider shows a logout token that it signed')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiNoContentResponse({ description: 'The session is over' })
  @MayAnswer('not-signed-in', 'service-unavailable')
  async end(
    @Body({ schema: backChannelLogoutRequest }) { logout_token: token }: BackChannelLogoutRequest,
  ): Promise<void> {
    await this.ends.end(token);
  }
}

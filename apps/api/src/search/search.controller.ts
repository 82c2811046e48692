import { Controller, Get, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { searchQuery, searchResponse, type SearchResponse } from '@enlace/contract';
import { acting, CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { SearchRepository } from './search.repository.js';

/** One box for everything that has a name. */
@ApiTags('search')
@Controller('v1/search')
export class SearchController {
  constructor(private readonly search: SearchRepository) {}

  @Get()
  @RequirePermission('search.read')
  @ApiResponse({ status: 200, standardSchema: searchResponse })
  find(
    @CurrentActor() actor: Actor,
    @Query({ schema: searchQuery }) { q }: { q: string },
  ): Promise<SearchResponse> {
    return this.search.find(acting(actor), q);
  }
}

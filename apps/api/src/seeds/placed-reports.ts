import type { Language } from '@enlace/domain';
import type { DemoSeeds } from '@enlace/contract/seeds';
import { lookUp } from './insert-rows.js';
import { sampleReports, type SampleReport } from './sample-reports.js';

/** A sample report with the organization and person it is stored for. */
export interface PlacedReport extends SampleReport {
  readonly organizationId: string;
  readonly authorId: string;
  readonly language: Language;
  /** Alpha-3 code of the reporting State. */
  readonly state: string;
}

/** All sample reports of the demo as of `now`. */
export function placedReports(demo: DemoSeeds, now: Date): PlacedReport[] {
  const organizations = new Map(demo.organizations.organizations.map((one) => [one.alias, one]));
  const people = new Map(demo.people.people.map((one) => [one.username, one]));
  return demo.arrivals.series.flatMap((series) => {
    const organization = lookUp(organizations, series.organization, 'organization');
    const author = lookUp(people, series.author, 'person');
    const { id: organizationId, timeZone } = organization;
    const state = organization.state ?? '';
    const setting = { state, timeZone, now };
    return sampleReports(demo.arrivals, series, setting).map((report) => ({
      ...report,
      ...{ organizationId, authorId: author.id, language: author.language, state },
    }));
  });
}

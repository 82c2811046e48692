export { jobActor, portalActor, type JobActor } from './job-actor.js';
export { JobQueue } from './job-queue.js';
export { JobRegister } from './job-register.js';
export { JobRunner } from './job-runner.js';
export { JobsModule } from './jobs.module.js';

export { SharingGroupsModule } from './sharing-groups.module.js';

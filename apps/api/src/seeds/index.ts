export { loadSeeds, type LoadedSeeds, type SeedOptions } from './load-seeds.js';

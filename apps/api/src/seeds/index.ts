export { loadSeeds, type LoadedSeeds } from './load-seeds.js';

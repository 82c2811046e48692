import { ICON_SYMBOLS } from './icon-sprite';

/** Puts the icons into the page once, so that each use is a reference. */
export const mountIconSprite = (document: Document): void => {
  const holder = document.createElement('div');
  holder.hidden = true;
  holder.innerHTML = `<svg aria-hidden="true">${ICON_SYMBOLS}</svg>`;
  document.body.prepend(holder);
};

import { ICON_PATHS, ICON_VIEW_BOX } from './icon-sprite';

const SVG = 'http://www.w3.org/2000/svg';

/** Puts the icons into the page once, so that each use is a reference; the policy takes no HTML from strings. */
export const mountIconSprite = (document: Document): void => {
  const sprite = document.createElementNS(SVG, 'svg');
  sprite.setAttribute('aria-hidden', 'true');
  for (const [name, outline] of Object.entries(ICON_PATHS)) {
    const symbol = document.createElementNS(SVG, 'symbol');
    symbol.id = `i-${name}`;
    symbol.setAttribute('viewBox', ICON_VIEW_BOX);
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', outline);
    symbol.append(path);
    sprite.append(symbol);
  }
  const holder = document.createElement('div');
  holder.hidden = true;
  holder.append(sprite);
  document.body.prepend(holder);
};

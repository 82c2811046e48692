/** A choice kept on this device; a browser that refuses storage simply forgets it. */
export const readPreference = (name: string): string | null => {
  try {
    return localStorage.getItem(`enlace.${name}`);
  } catch {
    return null;
  }
};

/** Keeps a choice on this device, or forgets it where the value is null. */
export const writePreference = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`enlace.${name}`);
    else localStorage.setItem(`enlace.${name}`, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
};

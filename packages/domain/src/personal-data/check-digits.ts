const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

const countDown = (from: number, length: number): number[] =>
  Array.from({ length }, (_, at) => from - at);

/** Whether eleven digits are a Brazilian CPF. */
export const isCpf = (text: string): boolean => {
  const digits = digitsOf(text);
  if (digits.length !== 11 || new Set(digits).size === 1) return false;
  const check = (length: number): number =>
    ((weighted(digits, countDown(length + 1, length)) * 10) % 11) % 10;
  return check(9) === digits[9] && check(10) === digits[10];
};

/** Whether ten digits are an Ecuadorian cédula: province, person, check digit. */
export const isEcuadorianCedula = (text: string): boolean => {
  const digits = digitsOf(text);
  const province = (digits[0] ?? 0) * 10 + (digits[1] ?? 0);
  const provinceExists = (province >= 1 && province <= 24) || province === 30;
  if (digits.length !== 10 || !provinceExists || (digits[2] ?? 9) > 5) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, at) => {
    const part = at % 2 === 0 ? digit * 2 : digit;
    return total + (part > 9 ? part - 9 : part);
  }, 0);
  return (10 - (sum % 10)) % 10 === digits[9];
};

/** Whether a number with its check character is a Chilean RUT or RUN. */
export const isRut = (text: string): boolean => {
  const plain = text.replace(/[^\dk]/gi, '').toLowerCase();
  const digits = digitsOf(plain.slice(0, -1)).reverse();
  if (digits.length < 7 || digits.length > 8) return false;
  const sum = digits.reduce((total, digit, at) => total + digit * (2 + (at % 6)), 0);
  const rest = 11 - (sum % 11);
  const expected = rest === 11 ? '0' : rest === 10 ? 'k' : String(rest);
  return plain.at(-1) === expected;
};

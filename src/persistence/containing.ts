/** The pattern for `LIKE ? ESCAPE '!'` that finds a text as it was typed: signs of the pattern language stand for themselves. */
export const containing = (text: string): string => `%${text.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;

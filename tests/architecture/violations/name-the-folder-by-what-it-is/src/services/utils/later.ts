export const later = (days: number): number => days + 1;

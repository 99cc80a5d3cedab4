export const openCase = (): string => 'opened';

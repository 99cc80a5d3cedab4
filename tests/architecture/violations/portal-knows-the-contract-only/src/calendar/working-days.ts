export const addWorkdays = (workdays: number): number => workdays;

export const mayAct = (id: number): boolean => id > 1;

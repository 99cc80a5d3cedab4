export const aCase = (): object => ({});

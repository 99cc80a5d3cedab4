export const server = 'started';

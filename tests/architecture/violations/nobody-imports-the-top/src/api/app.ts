import { server } from '../main.js';

export const app = server;

import { readConfig } from '../config.js';

export const sendNotice = (): string => readConfig().publicUrl;

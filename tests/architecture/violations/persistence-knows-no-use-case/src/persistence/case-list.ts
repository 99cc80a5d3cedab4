import { mayAct } from '../services/may-act.js';

export const visibleCases = [1, 2].filter(mayAct);

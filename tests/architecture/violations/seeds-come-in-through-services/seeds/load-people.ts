import { Person } from '../src/entities/person.js';

export const people = [new Person()];

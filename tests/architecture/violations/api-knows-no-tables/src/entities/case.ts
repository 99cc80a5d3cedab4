export class Case {
  number!: string;
}

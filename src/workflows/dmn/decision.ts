/** Plain data, so that a decision can be stored beside the flow version that uses it. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  /** Name under which other decisions see the result. */
  readonly variable: string;
  /** Type of a literal expression's result. */
  readonly typeRef?: string;
  readonly logic: DecisionTable | LiteralExpression;
  /** Decisions whose results this one reads, in the order in which they are made. */
  readonly requires: readonly Decision[];
}

export interface LiteralExpression {
  readonly kind: 'expression';
  /** FEEL text. */
  readonly text: string;
}

export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'OUTPUT ORDER' | 'RULE ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface DecisionTable {
  readonly kind: 'table';
  readonly id: string;
  readonly hitPolicy: HitPolicy;
  /** Of COLLECT: `+`, `<`, `>` and `#` of the drawn table. */
  readonly aggregation?: Aggregation;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly Rule[];
}

export interface TableInput {
  readonly id: string;
  readonly label: string;
  /** FEEL text. */
  readonly expression: string;
  readonly typeRef?: string;
  /** FEEL unary tests that a value must pass. */
  readonly allowed?: string;
}

export interface TableOutput {
  readonly id: string;
  /** Empty only when it is the single output. */
  readonly name: string;
  readonly typeRef?: string;
  /** FEEL texts of the possible values, the most important first: the order of PRIORITY and OUTPUT ORDER. */
  readonly values: readonly string[];
  /** FEEL text of the value when no rule applies. */
  readonly otherwise?: string;
}

export interface Rule {
  readonly id: string;
  /** FEEL unary tests, one for each input; `-` fits everything. */
  readonly tests: readonly string[];
  /** FEEL texts, one for each output. */
  readonly results: readonly string[];
}

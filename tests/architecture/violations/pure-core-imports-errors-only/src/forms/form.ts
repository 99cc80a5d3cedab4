export interface Form {
  key: string;
}

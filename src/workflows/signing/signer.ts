/** Whom a flow asks to sign, as its diagram writes it. */
export interface NamedSigner {
  /** Everybody in office with this role … */
  readonly role?: string;
  /** … of this department; of the step's own where absent. */
  readonly department?: string;
  /** Or one person, by user name. */
  readonly person?: string;
  /** How much the vote of each of them weighs. */
  readonly weight: number;
}

/** The single names of a list as diagrams write it. */
export const splitSigners = (text: string): string[] => text.split(/[,，]/).map((part) => part.trim()).filter((part) => part !== '');

/** Reads `leader`, `leader@xq-gjj`, `person:wangli`, each perhaps with a weight as in `leader@xq-gjj*2`. Nothing when it is none of these. */
export function readSigner(text: string): NamedSigner | undefined {
  const [, person, role, department, weight = '1'] = /^(?:person:([\w.-]{1,60})|([A-Za-z]\w{0,19})(?:@([\w-]{1,40}))?)(?:\*([1-9]\d{0,2}))?$/.exec(text.trim()) ?? [];
  if (person !== undefined) return { person, weight: Number(weight) };
  if (role !== undefined) return { role, ...(department !== undefined && { department }), weight: Number(weight) };
  return undefined;
}

export interface PrivateMariadb {
  /** `mysql://user:password@127.0.0.1:port/database`, ready for use. */
  readonly url: string;
  readonly port: number;
  /** The server's process, for benches that measure it. */
  readonly pid: number;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts a MariaDB of our own with an empty database; it ends with this process at the latest. */
export function startPrivateMariadb(wishes?: { database?: string; durable?: boolean; options?: string[] }): Promise<PrivateMariadb>;

/** The path of an installed program, or nothing. */
export function findProgram(name: string): string | undefined;

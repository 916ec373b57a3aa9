/** A typed operation as codegen makes it: its text, with the types of its result and variables. */
export interface Operation<Result, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Result;
}

export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [name: string]: unknown };
}

export interface Answer<Result> {
  readonly status: number;
  readonly data?: Result | null;
  readonly errors?: readonly ApiError[];
}

export interface Client {
  readonly token: string;
  /** The whole answer, errors included. */
  ask<Result, Variables>(
    operation: Operation<Result, Variables> | string,
    variables?: Variables,
  ): Promise<Answer<Result>>;
  /** The data; an error fails the test with its message. */
  get<Result, Variables>(operation: Operation<Result, Variables>, variables?: Variables): Promise<Result>;
}

export function clientOf(url: string, token: string): Client {
  const ask: Client['ask'] = async (operation, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: operation.toString(), variables }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  return {
    token,
    ask,
    async get(operation, variables) {
      const { data, errors } = await ask(operation, variables);
      if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no data');
      return data;
    },
  };
}

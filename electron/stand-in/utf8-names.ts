type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment in which a browser on Linux opens files whatever they are called. It takes their names in the encoding of the
 * locale (the first of LC_ALL, LC_CTYPE and LANG that says one: POSIX.1-2017, Base Definitions, 8.2); where that is not UTF-8 it
 * opens none with a Chinese name, and says nothing.
 */
export function withUtf8Names(env: Environment): Environment {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((said) => said !== undefined && said !== '') ?? '';
  return /utf-?8/i.test(locale) ? env : { ...env, LC_ALL: 'C.UTF-8' };
}

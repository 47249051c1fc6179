/** `npm run --silent token -- author`, or `-- name:group`: prints a bearer token of the stack that runs on PORT. */
const [who = ''] = process.argv.slice(2);
const [name, group = name] = who.split(':');
const address = `http://localhost:${process.env.PORT ?? 4000}/_local/token`;

try {
  if (!name) throw new Error('Say who: author, editor, admin, or name:group');
  const response = await fetch(address, { method: 'POST', body: JSON.stringify({ name, group }) });
  if (!response.ok) throw new Error(await response.text());
  console.log(await response.text());
} catch (error) {
  const unreachable = error instanceof TypeError;
  console.error(unreachable ? `No stack answers at ${address}. Start it with npm start.` : String(error));
  process.exitCode = 1;
}

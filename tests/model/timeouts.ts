/** How long each function may run, in seconds, as `infra/` says. */
export const timeouts = { api: 15, relay: 15, render: 60, feeds: 15, sweep: 15, release: 30 };

// Runs in the browser, as it is: starts GraphiQL on the tour, with what the link to this page carries.
// The link carries it behind the #, which no browser sends to a server: a token, and ids of things worth a look.
const carried = new URLSearchParams(location.hash.slice(1));
// Neither the address bar nor the history keeps the token.
history.replaceState(null, '', location.pathname);

const headers = JSON.stringify({ Authorization: `Bearer ${carried.get('token') ?? ''}` }, null, 2);

function tabOf({ query, needs, takes }) {
  if (!needs.every((name) => carried.has(name))) return [];
  const given = takes.filter((name) => carried.has(name)).map((name) => [name, carried.get(name)]);
  return [{ query, variables: JSON.stringify(Object.fromEntries(given), null, 2), headers }];
}

/** The tab that was active before a reload, or the first; from its token on, a link begins anew. */
function activeTab(tabs) {
  if (carried.has('token')) sessionStorage.clear();
  const kept = JSON.parse(sessionStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}');
  return kept.tabs[kept.activeTabIndex] ?? tabs[0];
}

/** GraphiQL 3 knows the active tab by what its editors held last, and forgets to store some of it. */
function keep({ query, variables, headers: given }) {
  for (const [editor, text] of Object.entries({ query, variables, headers: given }))
    sessionStorage.setItem(`graphiql:${editor}`, text ?? '');
}

async function ask(operation, { headers: given } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...given },
    body: JSON.stringify(operation),
  });
  return response.json();
}

async function start() {
  const tour = await (await fetch('/graphiql/tour.json')).json();
  const tabs = tour.flatMap(tabOf);
  const active = activeTab(tabs);
  keep(active);
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
      fetcher: ask,
      defaultTabs: tabs,
      defaultHeaders: active.headers ?? headers,
      defaultEditorToolsVisibility: carried.has('token') ? 'variables' : 'headers',
      // The tabs and their token outlive a reload, and not the window.
      storage: sessionStorage,
      shouldPersistHeaders: true,
      showPersistHeadersSettings: false,
    }),
  );
}

// Another link opened in this window changes nothing but what is behind the #.
addEventListener('hashchange', () => location.reload());
void start();

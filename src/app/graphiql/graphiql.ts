import { dirname, join } from 'node:path';
import { Router } from 'express';
import helmet from 'helmet';
import { tour } from './tour';

/** Where each file of the page lies: in packages of our own lock file, no other host is asked for anything. */
const files: Readonly<Record<string, readonly [directory: string, file: string]>> = {
  'react.js': [ofPackage('react', 'umd'), 'react.production.min.js'],
  'react-dom.js': [ofPackage('react-dom', 'umd'), 'react-dom.production.min.js'],
  'graphiql.js': [ofPackage('graphiql'), 'graphiql.min.js'],
  'graphiql.css': [ofPackage('graphiql'), 'graphiql.min.css'],
  'page.js': [__dirname, 'page.js'],
};

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Skillwake: GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
    <script defer src="/graphiql/react.js"></script>
    <script defer src="/graphiql/react-dom.js"></script>
    <script defer src="/graphiql/graphiql.js"></script>
    <script defer src="/graphiql/page.js"></script>
  </head>
  <body>
    <main id="graphiql">
      <noscript>GraphiQL needs JavaScript; the API at /graphql does not.</noscript>
    </main>
  </body>
</html>
`;

const style = 'body { margin: 0 } #graphiql { height: 100dvh }';

/** GraphiQL, a page to try the API in, at /graphiql; a browser that asks for / is sent there. */
export function graphiql(): Router {
  const router = Router();
  router.get('/', (request, response, next) => {
    if (request.accepts(['json', 'html']) === 'html') response.redirect('/graphiql');
    else next();
  });
  router.use('/graphiql', contentSecurityPolicy);
  router.get('/graphiql', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/graphiql/page.css', (_request, response) => {
    response.type('css').send(style);
  });
  router.get('/graphiql/tour.json', (_request, response) => {
    response.json(tour);
  });
  for (const [name, [root, file]] of Object.entries(files)) {
    router.get(`/graphiql/${name}`, (_request, response, next) => {
      response.sendFile(file, { root }, (error?: Error) => {
        if (error) next(error);
      });
    });
  }
  return router;
}

/** An address of the page that carries a token and ids; what is behind the # no browser sends to a server. */
export function graphiqlLink(api: string, carried: Readonly<Record<string, string>>): string {
  return `${new URL('/graphiql', api).href}#${new URLSearchParams(carried).toString()}`;
}

const contentSecurityPolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // The one style that GraphiQL's dialogs write into the page: no scrolling behind them.
    styleSrc: ["'self'", "'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='"],
    fontSrc: ['data:'],
    imgSrc: ['data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

function ofPackage(name: string, ...folders: string[]): string {
  return join(dirname(require.resolve(`${name}/package.json`)), ...folders);
}

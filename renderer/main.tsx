import './ui/theme/tokens.css';
import './ui/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '#shared/lib/assert.ts';
import { App } from './app/app.tsx';
import { startSession } from './app/session/session.ts';
import { startEngine } from './engine/client/start-engine.ts';

const root = document.getElementById('root');
assert(root, 'index.html has a root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void startSession(startEngine);

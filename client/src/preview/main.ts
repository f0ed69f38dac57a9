/** The page of `scenario play`. No learner's page loads it. */
import { mount } from 'svelte';
import { Http } from '../api/http.ts';
import { pageTimers } from '../api/timers.ts';
import { locale } from '../i18n/i18n.svelte.ts';
import '../styles/base.css';
import Preview from './Preview.svelte';
import Proof from './Proof.svelte';
import { PreviewState } from './preview-state.svelte.ts';

const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'fr';
locale.current = language;
const target = document.getElementById('preview');
const preview = new PreviewState(new Http(fetch.bind(window), pageTimers), pageTimers, language);
if (target !== null) mount(location.pathname === '/proof' ? Proof : Preview, { target, props: { preview } });

'use client';
import { createContext } from 'react';

/** Whether something around this page hears already what comes into the inbox: a browser holds few streams. */
export const InboxHeard = createContext(false);

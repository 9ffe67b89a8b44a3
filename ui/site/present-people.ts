'use client';
import { createContext, use } from 'react';
import type { LabPerson } from '~/core/contracts/index.ts';

/** Who has this lab open now, and where; filled by the door around its pages. */
export const PresentPeopleContext = createContext<readonly LabPerson[]>([]);

export const usePresentPeople = (): readonly LabPerson[] => use(PresentPeopleContext);

"""All classes of queries, in the order of the table."""
import half_typed
import initials
import layouts
import predicates
import spacing
import spellings
import typos
import words

RUNGS = [*words.RUNGS[:2], *predicates.RUNGS, words.RUNGS[2], *spacing.RUNGS, *words.RUNGS[3:], *half_typed.RUNGS,
         *initials.RUNGS, *layouts.RUNGS, *typos.RUNGS, *spellings.RUNGS]

// Written in the next steps.

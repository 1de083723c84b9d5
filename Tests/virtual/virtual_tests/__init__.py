"""The daemon in the virtual camera unit: each case boots a guest, lets a script in ../guest work there, and judges on
this machine what it left."""

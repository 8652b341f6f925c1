import fc from 'fast-check';

/**
 * Laws are tried on the same cases in every run, so that a red run is red again; `DONDOC_TEST_SEED` (a whole number)
 * tries others.
 */
fc.configureGlobal({ seed: Number(process.env.DONDOC_TEST_SEED ?? '20241115') });

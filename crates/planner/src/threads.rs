//! Work side by side. However many threads there are, what comes of it is the same, in the same order.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// What comes of each job, in the order of the jobs, on so many threads at most. Whoever is done takes the next job.
pub(crate) fn side_by_side<J: Send, R: Send>(
    jobs: impl IntoIterator<Item = J>,
    threads: NonZeroUsize,
    work: impl Fn(J) -> R + Sync,
) -> Vec<R> {
    let jobs: Vec<J> = jobs.into_iter().collect();
    let helpers = threads.get().min(jobs.len()).saturating_sub(1);
    if helpers == 0 {
        return jobs.into_iter().map(work).collect();
    }
    let waiting = Mutex::new(jobs.into_iter().enumerate());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let share = || -> Vec<(usize, R)> {
        std::iter::from_fn(next)
            .map(|(number, job)| (number, work(job)))
            .collect()
    };
    let mut done = thread::scope(|scope| {
        let helping: Vec<_> = (0..helpers).map(|_| scope.spawn(share)).collect();
        let mut done = share();
        for helper in helping {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|&(number, _)| number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// What comes of each job, or the first of the jobs' errors.
pub(crate) fn tried_side_by_side<J: Send, R: Send, E: Send>(
    jobs: impl IntoIterator<Item = J>,
    threads: NonZeroUsize,
    work: impl Fn(J) -> Result<R, E> + Sync,
) -> Result<Vec<R>, E> {
    side_by_side(jobs, threads, work).into_iter().collect()
}

/// Neighbours in as many parts as there are threads, of about one length.
pub(crate) fn parts<T>(all: &[T], threads: NonZeroUsize) -> impl Iterator<Item = &[T]> {
    all.chunks(all.len().div_ceil(threads.get()).max(1))
}

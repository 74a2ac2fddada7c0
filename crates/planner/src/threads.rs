//! Work side by side. However many threads there are, what comes of it is the same, in the same order.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
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

/// What comes of each job, or the first of the jobs' errors: after one no other job is begun.
pub(crate) fn tried_side_by_side<J: Send, R: Send, E: Send>(
    jobs: impl IntoIterator<Item = J>,
    threads: NonZeroUsize,
    work: impl Fn(J) -> Result<R, E> + Sync,
) -> Result<Vec<R>, E> {
    let failed = AtomicBool::new(false);
    let done = side_by_side(jobs, threads, |job| {
        let result = (!failed.load(Ordering::Relaxed)).then(|| work(job));
        if matches!(result, Some(Err(_))) {
            failed.store(true, Ordering::Relaxed);
        }
        result
    });
    done.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_jobs_and_none_is_begun_after_an_error() {
        for threads in [1, 2, 5].into_iter().filter_map(NonZeroUsize::new) {
            assert!(
                side_by_side(0..100, threads, |job| job * 2)
                    .into_iter()
                    .eq((0..100).map(|job| job * 2))
            );
            let fails = |job: u32| if job == 3 { Err(job) } else { Ok(job) };
            assert_eq!(tried_side_by_side(0..100, threads, fails), Err(3));
        }
        let begun = Mutex::new(Vec::new());
        let tried: Result<Vec<()>, ()> = tried_side_by_side(0..100, NonZeroUsize::MIN, |job| {
            begun.lock().unwrap_or_else(PoisonError::into_inner).push(job);
            if job == 3 { Err(()) } else { Ok(()) }
        });
        assert_eq!(
            (tried, begun.into_inner().unwrap_or_default()),
            (Err(()), vec![0, 1, 2, 3])
        );
    }
}

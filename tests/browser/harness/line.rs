//! A slow line between the server and the browser. It holds for whoever asks, service workers too, which DevTools' own
//! emulation does not reach.

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What goes over the line at once, so that answers share it.
const PACKET: usize = 1460;

/// A line that all answers of a server share.
pub struct Line {
    /// From a request to the first byte of its answer.
    pub latency: Duration,
    bytes_per_second: f64,
    /// When all that was given to it has gone.
    free: Mutex<Instant>,
    sent: AtomicU64,
}

impl Line {
    pub fn new(latency: Duration, bits_per_second: f64) -> Self {
        Self {
            latency,
            bytes_per_second: bits_per_second / 8.0,
            free: Mutex::new(Instant::now()),
            sent: AtomicU64::new(0),
        }
    }

    /// Sends the bytes packet by packet.
    pub fn send(&self, stream: &mut impl Write, bytes: &[u8]) -> std::io::Result<()> {
        for packet in bytes.chunks(PACKET) {
            self.pass(packet.len());
            stream.write_all(packet)?;
        }
        Ok(())
    }

    /// Waits until that many bytes have gone, behind those that were given to it before.
    fn pass(&self, bytes: usize) {
        let takes = Duration::from_secs_f64(bytes as f64 / self.bytes_per_second);
        let gone = {
            let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
            *free = (*free).max(Instant::now()) + takes;
            *free
        };
        std::thread::sleep(gone.saturating_duration_since(Instant::now()));
        self.sent.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// How many bytes of bodies have gone so far.
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }
}

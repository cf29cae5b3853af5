/// Milliseconds since 1970-01-01T00:00:00Z.
pub fn now_ms() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        js_sys::Date::now()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let since = std::time::UNIX_EPOCH.elapsed();
        since.map_or(0.0, |since| since.as_secs_f64() * 1_000.0)
    }
}

/// A monotonic time in milliseconds, finer than [`now_ms`].
pub(crate) fn ticks_ms() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        let performance = gloo_utils::window().performance();
        performance.map_or(0.0, |performance| performance.now())
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        now_ms()
    }
}

/// Device pixels per CSS pixel, between 1 and 3; 1 outside a browser.
pub fn pixel_density() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        gloo_utils::window().device_pixel_ratio().clamp(1.0, 3.0)
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        1.0
    }
}

;; The hidden layer of the tagger, eight or four numbers at a time (WebAssembly SIMD): plain JavaScript takes several times as long.
;; hidden-layer.ts says what lies where; sizes in bytes, units a multiple of 16. generate-hidden-layer.ts makes hidden-layer.json of it.
(module
  (import "fihris" "memory" (memory 1))

  ;; What one vector adds to the hidden units at each place of the window.
  ;; values: f32[inputs]. weights: f32[places][inputs][units]. out: i16[places][units], in units of 1/one.
  (func (export "fill")
    (param $values i32) (param $weights i32) (param $out i32)
    (param $places i32) (param $inputs i32) (param $units i32) (param $one f32)
    (local $unit i32) (local $input i32) (local $value v128) (local $at i32) (local $row i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $row (i32.shl (local.get $units) (i32.const 2)))
    (loop $place
      (local.set $unit (i32.const 0))
      (loop $block
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.add (local.get $weights) (i32.shl (local.get $unit) (i32.const 2))))
        (local.set $input (i32.const 0))
        (loop $next
          (local.set $value
            (v128.load32_splat (i32.add (local.get $values) (i32.shl (local.get $input) (i32.const 2)))))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $value) (v128.load (local.get $at)))))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $at)))))
          (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $value) (v128.load offset=32 (local.get $at)))))
          (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $value) (v128.load offset=48 (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (local.get $row)))
          (br_if $next
            (i32.lt_u
              (local.tee $input (i32.add (local.get $input) (i32.const 1)))
              (local.get $inputs))))
        (v128.store (local.get $out)
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $a) (f32x4.splat (local.get $one)))))
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $b) (f32x4.splat (local.get $one)))))))
        (v128.store offset=16 (local.get $out)
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $c) (f32x4.splat (local.get $one)))))
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $d) (f32x4.splat (local.get $one)))))))
        (local.set $out (i32.add (local.get $out) (i32.const 32)))
        (br_if $block
          (i32.lt_u
            (local.tee $unit (i32.add (local.get $unit) (i32.const 16)))
            (local.get $units))))
      (local.set $weights (i32.add (local.get $weights) (i32.mul (local.get $row) (local.get $inputs))))
      (br_if $place (local.tee $places (i32.sub (local.get $places) (i32.const 1))))))

  ;; The sum of four numbers.
  (func $sum (param $x v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $x)) (i32x4.extract_lane 1 (local.get $x)))
      (i32.add (i32x4.extract_lane 2 (local.get $x)) (i32x4.extract_lane 3 (local.get $x)))))

  ;; What the hidden units add to the nine tags of a word, from what its five words add to them (a … e, as `fill` made it).
  ;; bias: i16[units]. output: i16[9][units]. out: i32[9]. A unit counts from 0 to `most`, so that no sum leaves 32 bits.
  (func (export "score")
    (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $e i32)
    (param $bias i32) (param $output i32) (param $out i32) (param $units i32) (param $most i32)
    (local $at i32) (local $row i32) (local $x v128) (local $w i32)
    (local $0 v128) (local $1 v128) (local $2 v128) (local $3 v128) (local $4 v128)
    (local $5 v128) (local $6 v128) (local $7 v128) (local $8 v128)
    (local.set $row (i32.shl (local.get $units) (i32.const 1)))
    (loop $next
      (local.set $x
        (i16x8.add_sat_s
          (i16x8.add_sat_s
            (i16x8.add_sat_s
              (v128.load (i32.add (local.get $bias) (local.get $at)))
              (v128.load (i32.add (local.get $a) (local.get $at))))
            (i16x8.add_sat_s
              (v128.load (i32.add (local.get $b) (local.get $at)))
              (v128.load (i32.add (local.get $c) (local.get $at)))))
          (i16x8.add_sat_s
            (v128.load (i32.add (local.get $d) (local.get $at)))
            (v128.load (i32.add (local.get $e) (local.get $at))))))
      (local.set $x
        (i16x8.min_s
          (i16x8.max_s (local.get $x) (v128.const i32x4 0 0 0 0))
          (i16x8.splat (local.get $most))))
      (local.set $w (i32.add (local.get $output) (local.get $at)))
      (local.set $0 (i32x4.add (local.get $0) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $1 (i32x4.add (local.get $1) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $2 (i32x4.add (local.get $2) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $3 (i32x4.add (local.get $3) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $4 (i32x4.add (local.get $4) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $5 (i32x4.add (local.get $5) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $6 (i32x4.add (local.get $6) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $7 (i32x4.add (local.get $7) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (local.get $row)))
      (local.set $8 (i32x4.add (local.get $8) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
      (br_if $next
        (i32.lt_u
          (local.tee $at (i32.add (local.get $at) (i32.const 16)))
          (local.get $row))))
    (i32.store (local.get $out) (call $sum (local.get $0)))
    (i32.store offset=4 (local.get $out) (call $sum (local.get $1)))
    (i32.store offset=8 (local.get $out) (call $sum (local.get $2)))
    (i32.store offset=12 (local.get $out) (call $sum (local.get $3)))
    (i32.store offset=16 (local.get $out) (call $sum (local.get $4)))
    (i32.store offset=20 (local.get $out) (call $sum (local.get $5)))
    (i32.store offset=24 (local.get $out) (call $sum (local.get $6)))
    (i32.store offset=28 (local.get $out) (call $sum (local.get $7)))
    (i32.store offset=32 (local.get $out) (call $sum (local.get $8))))
)

import { captureSource, scriptOf } from './capture-script';

describe('the script of the tracker', () => {
  it('is one script, also of files that were compiled and name their maps', () => {
    const compiled = ['const one = 1;\n//# sourceMappingURL=one.js.map', 'window.two = one + 1; // done'];
    expect(scriptOf(compiled)).toContain('window.two=');
  });

  it('leaves one name behind', () => {
    expect(captureSource()).toMatch(/^\(\(\)=>\{.*globalThis\.skillwake=/s);
  });
});
